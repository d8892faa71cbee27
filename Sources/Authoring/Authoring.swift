// Playbooks and answers: what an author and a team write, read into values that cannot be wrong.
//
// 1. `InputFolder` hands over the files; the disk is one kind of folder, memory another.
// 2. `Form` and `Fields` turn located YAML into values and report what does not fit, key by key.
// 3. `Playbook` and `Answers` load a playbook's folder and a team's answers files.
// 4. The checks resolve every name: rules against questions, templates against what they may name,
//    links and references in both directions, circles, answers against questions.
//
// Everything wrong becomes a `Diagnostic`, and loading goes on. It decides nothing: that is Tailoring.
