import Authoring

/// What the interview waits for.
enum Stage: Hashable {
  /// A fact about the team.
  case profile(ProfileField)
  /// An answer.
  case question(Topic)
  /// An answer that is to be followed by its evidence.
  case questionWithEvidence(Topic)
  /// Who finds out what nobody knows yet.
  case finder(Topic)
  /// Until when that is found out.
  case deadline(Topic)
  /// Why a question makes no sense.
  case reason(Topic)
  /// What backs an answer.
  case evidence(Topic, EvidenceField)
  /// Yes or no.
  case offer(Offer)
  /// The title of another component.
  case componentTitle
  /// The id of the component with a title.
  case componentID(title: String)
  /// Nothing more.
  case finished
}

/// What is offered, to be taken or not.
enum Offer: Hashable {
  /// To stop, since the verdict is settled.
  case stop
  /// To name components.
  case components
  /// To answer what no verdict hangs on.
  case rest
}

/// A part of the evidence for an answer, in the order in which it is asked for.
enum EvidenceField: Int, CaseIterable {
  case note, source, by, on

  /// The next one; nil after the last.
  var next: EvidenceField? { EvidenceField(rawValue: rawValue + 1) }
}
