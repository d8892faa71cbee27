public import Diagnostics
public import Rules

/// One thing that bears on the decision.
public struct Criterion: Sendable {
  /// What it can do to the decision.
  public enum Role: Sendable {
    /// It brings points to an option.
    case reason(Reason)
    /// It can only rule verdicts out.
    case condition([RulingOut])
  }

  /// A reason's part: a weight, and how strongly it speaks for an option.
  public struct Reason: Sendable {
    /// The option that it supports where a level names no other.
    public var supports: Located<Name>
    /// How much full strength matters beside the other reasons, 1 to 5.
    public var weight: Double
    /// The first that holds counts.
    public var levels: [Level]
  }

  /// How strongly a reason holds in a certain case.
  public struct Level: Sendable {
    /// Whether it holds; always where nil.
    public var when: Rule?
    /// 0 to 1.
    public var strength: Double
    /// The option that it supports, where it is not the reason's own.
    public var supports: Located<Name>?
    /// The sentence that says why.
    public var because: MarkdownText
    /// What the team could do about it.
    public var improve: MarkdownText?
    /// Where the level begins.
    public var location: SourceLocation
  }

  /// A case in which a condition rules verdicts out.
  public struct RulingOut: Sendable {
    /// The verdicts that are ruled out.
    public var verdicts: [Located<Name>]
    /// Whether they are.
    public var when: Rule
    /// The sentence that says why.
    public var because: MarkdownText
    /// What would lift it.
    public var liftedBy: ContentReference?
    /// Where it begins.
    public var location: SourceLocation
  }

  /// A case in the criterion's own tests.
  public struct Test: Sendable {
    /// The answers, as in an answers file.
    public var answers: [Name: Answer]
    /// What must come out.
    public var expectation: Expectation
    /// Where the case begins.
    public var location: SourceLocation
  }

  /// What a test expects.
  public enum Expectation: Sendable {
    /// The criterion does not concern the team.
    case leftOut
    /// The strength of the level that holds.
    case strength(Double)
    /// The verdicts that are ruled out, in any order.
    case rulesOut([Located<Name>])
  }

  /// Its id: the file's name.
  public var id: Slug
  /// Its title.
  public var title: PlainText
  /// The theme that it belongs to.
  public var theme: Located<Name>?
  /// What it can do to the decision.
  public var role: Role
  /// Whether it concerns the team; always where nil.
  public var when: Rule?
  /// The sources that support it.
  public var sources: [Located<Slug>]
  /// Its own tests.
  public var tests: [Test]
  /// The page's text; nil where the file has none.
  public var body: MarkdownText?
  /// Where the file begins.
  public var location: SourceLocation
}

extension Criterion {
  /// The reason's part; nil for a condition.
  public var reason: Reason? {
    switch role {
    case .reason(let reason): reason
    case .condition: nil
    }
  }

  /// The cases in which it rules verdicts out; none for a reason.
  public var rulingsOut: [RulingOut] {
    switch role {
    case .reason: []
    case .condition(let rulings): rulings
    }
  }

  /// Every text with tags, in the order of the file.
  public var texts: [MarkdownText] {
    let levels = reason?.levels.flatMap { [$0.because] + [$0.improve].compactMap(\.self) } ?? []
    return levels + rulingsOut.map(\.because) + [body].compactMap(\.self)
  }
}
