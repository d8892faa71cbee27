extension Int {
  /// `1 question`, `3 questions`; `2 criteria` where the plural is given.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
