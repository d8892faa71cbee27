public import SiteFiles

/// What came, went and moved in an ordered list of things.
public struct ListChanges: Encodable, Hashable, Sendable {
  /// What is new.
  public let added: [PlaybookRecord.Named]
  /// What is gone, with its old title.
  public let removed: [PlaybookRecord.Named]
  /// What stands elsewhere among the others: as few as explain the new order.
  public let moved: [PlaybookRecord.Named]

  /// Whether the list is as it was.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty }

  init(_ old: [PlaybookRecord.Named], _ new: [PlaybookRecord.Named]) {
    let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
    added = new.filter { !oldIDs.contains($0.id) }
    removed = old.filter { !newIDs.contains($0.id) }
    // What both have, by Myers' algorithm: an insertion there is a move.
    let before = old.map(\.id).filter(newIDs.contains)
    let after = new.filter { oldIDs.contains($0.id) }
    moved = after.map(\.id).difference(from: before).insertions.compactMap { change in
      if case .insert(let offset, _, _) = change { after[offset] } else { nil }
    }
  }
}
