/// What is done on a host, as a script for any POSIX shell. All that varies comes in as arguments, `$1` first, which is
/// the target's path.
enum RemoteScript: String {
  /// Tells what is in the target, a line for each thing; see `TargetState.init(remote:)`.
  case state = """
    cd -- "$1" 2>/dev/null || { if test -e "$1" || test -L "$1"; then echo foreign; fi; exit 0; }
    if test -e .waybook-releases; then echo ours
    elif test -n "$(ls -A)"; then echo foreign; exit 0; fi
    if test -d releases; then ls -A releases | sed 's/^/release /'; fi
    if test -L current; then echo "current $(readlink current)"; fi
    if test -L current.new; then echo "next $(readlink current.new)"; fi
    """
  /// Makes the target; `$2` is what the marker says.
  case makeTarget = """
    mkdir -p -- "$1" && cd -- "$1" || exit 1
    test -e .waybook-releases || printf '%s' "$2" >.waybook-releases || exit 1
    mkdir -p releases
    """
  /// Takes the lock for `$2`, or prints who has it; where `$3` is `break` it is removed first.
  case lock = """
    cd -- "$1" || exit 1
    if test "$3" = break; then rm -f lock || exit 1; fi
    if (set -C; printf '%s' "$2" >lock) 2>/dev/null; then echo taken; else echo held; cat lock; fi
    """
  /// Removes the lock, if it is that of `$2`.
  case unlock = """
    cd -- "$1" || exit 1
    if test "$(cat lock 2>/dev/null)" = "$2"; then rm -f lock; fi
    """
  /// Prints the file `$2`; nothing where there is none.
  case print = """
    cd -- "$1" || exit 1
    if test -e "$2"; then cat -- "$2"; fi
    """
  /// Writes standard input to the file `$2`, which has its old bytes until all new ones are there.
  case write = """
    cd -- "$1" && cat >"$2.new" && mv -f -- "$2.new" "$2"
    """
  /// Copies the folder `$2` of theme's files from the release `$3` to `$4`, aside at first, unless it is there.
  case keepAssets = """
    cd -- "$1/releases" && mkdir -p -- "$4/assets" || exit 1
    if test -e "$4/assets/$2" || test ! -e "$3/assets/$2"; then exit 0; fi
    rm -rf -- "$4/assets/.$2" && cp -R -- "$3/assets/$2" "$4/assets/.$2" && mv -- "$4/assets/.$2" "$4/assets/$2"
    """
  /// Announces the release `$2`.
  case announce = """
    cd -- "$1" && rm -f current.new && ln -s "releases/$2" current.new
    """
  /// Renames `$2`, among the releases, to `$3`. Without the test, mv would move it into a folder of that name.
  case rename = """
    cd -- "$1/releases" && test ! -e "$3" && mv -- "$2" "$3"
    """
  /// Puts the announced link in the place of the current one, by one rename: `-T` says so to GNU and BusyBox, `-h`
  /// to BSD and macOS.
  case flip = """
    cd -- "$1" && sync && { mv -fT -- current.new current || mv -fh -- current.new current; }
    """
  /// Removes `$2`, among the releases.
  case remove = """
    rm -rf -- "$1/releases/$2"
    """

  /// The command line for the login shell of a host.
  func command(_ arguments: [String]) -> String {
    (["sh", "-c", rawValue, "waybook"] + arguments).map(\.shellQuoted).joined(separator: " ")
  }
}

extension TargetState {
  /// Reads what `RemoteScript.state` prints.
  init(remote text: String) {
    var (owner, names, current, next) = (Owner.nobody, [String](), String?.none, String?.none)
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      switch (words[0], words.dropFirst().first) {
      case ("ours", nil): owner = .us
      case ("foreign", nil): owner = .others
      case ("release", let name?): names.append(name)
      case ("current", let link?): current = link
      case ("next", let link?): next = link
      default: break  // A login shell may say something of its own.
      }
    }
    self.init(owner: owner, names: names, current: current, next: next)
  }
}
