// Two sets of records -> what changed for whom.
//
// 1. A `TeamSnapshot` is what a site says of one team: its record, and the words of its pages.
// 2. `TeamChanges` compares two snapshots of a team: verdict, points, steps, ticks, gates, texts.
// 3. `SiteComparison` gathers the changes of all teams of two sites, and those that came and went.
// 4. It is shown as text, as JSON, and as Markdown for a comment on a pull request.
//
// It reads no files, and does not know what made a change: content, answers or both.
