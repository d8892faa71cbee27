// A tailored playbook -> the files of its site, as values. Nothing here touches a disk.
//
// 1. A `SiteTheme` is loaded and every template checked against the page that it makes.
// 2. A `SiteRenderer` prepares what all teams share: each text's patterns (`PlaybookTexts`), the marks for
//    citations and open answers (`Marks`), titles.
// 3. For a team, `TeamNames` are the values that texts see, and `TeamLinks` say which content its playbook has.
// 4. Each page is a view model of its own (`OverviewPage`, `PlanPage`, …); its texts are filled by copying
//    bytes, its template renders it to bytes.
// 5. `LinkCheck` looks at the finished bytes: every link must lead to a file and an id that were made.
// 6. A `SearchIndex` takes from them, heading by heading, what a team's pages search in.
// 7. The `Questionnaire` is one page for all teams: every question, before anybody has answered.
// 8. A `PlaybookRecord` is what stays of a team: its playbook.json, and a row of the portfolio.
//
// It decides nothing (Tailoring), knows no YAML (Authoring) and writes no file (Publishing).
