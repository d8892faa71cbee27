/// What was asked of the operating system, in the words of a sentence: cannot `write` 'site/index.html'.
public enum DiskCall: String, Hashable, Sendable {
  case resolve = "resolve the links of"
  case examine = "look at"
  case list = "list"
  case read = "read"
  case lock = "lock"
  case makeFolder = "make the folder"
  case setPermissions = "set the permissions of"
  case write = "write"
  case link = "link"
  case makeLink = "make the symbolic link"
  case setTimes = "set the times of"
  case rename = "rename"
  case exchange = "exchange"
  case sync = "sync the disk of"
  case remove = "remove"
  case removeFolder = "remove the folder"
}
