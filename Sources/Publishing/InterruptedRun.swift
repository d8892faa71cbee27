/// What became of a run that was killed before it had finished.
public enum InterruptedRun: Hashable, Sendable {
  /// It had not changed the site yet; what it had put aside is gone.
  case undone
  /// It was changing the site; the change is complete now.
  case finished
}
