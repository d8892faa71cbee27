// Other programs of the computer: git, rsync, ssh.
//
// 1. A `OtherProgram` is looked up by name in PATH and run with a list of arguments. No shell reads them.
// 2. What it wrote and how it ended is a `Run`. That it cannot be started is a `ProcessError`.
//
// It does not know what the programs are for.
