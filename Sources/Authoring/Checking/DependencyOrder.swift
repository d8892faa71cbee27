import HeapModule

/// Items in an order in which each comes after those that it depends on, and the circles that have none.
///
/// Kahn's algorithm (Communications of the ACM 5, 1962): take what waits for nothing, again and again; among
/// several, the first in the given order. What is left holds circles; from each item left, following one
/// dependency after the other runs into one.
package struct DependencyOrder<Item: Hashable> {
  /// The items, each after its dependencies; those in circles, and those that depend on them, come last.
  package private(set) var ordered: [Item] = []
  /// Each circle once, as the items along it, beginning with the first in the given order.
  package private(set) var circles: [[Item]] = []

  /// Orders items.
  ///
  /// - Parameters:
  ///   - items: each once.
  ///   - dependencies: what an item depends on; others than the items are ignored.
  package init(_ items: [Item], dependencies: (Item) -> [Item]) {
    let index = Dictionary(items.enumerated().map { ($1, $0) }) { first, _ in first }
    let needs = items.map { item in Set(dependencies(item).compactMap { index[$0] }).sorted() }
    var waiting = needs.map(\.count)
    var neededBy = [[Int]](repeating: [], count: items.count)
    for (item, needs) in needs.enumerated() { for need in needs { neededBy[need].append(item) } }

    var ready = Heap(items.indices.filter { waiting[$0] == 0 })
    var isPlaced = [Bool](repeating: false, count: items.count)
    while let next = ready.popMin() {
      ordered.append(items[next])
      isPlaced[next] = true
      for item in neededBy[next] {
        waiting[item] -= 1
        if waiting[item] == 0 { ready.insert(item) }
      }
    }

    var isVisited = isPlaced
    for start in items.indices where !isVisited[start] {
      var path: [Int] = []
      var place: [Int: Int] = [:]
      var current: Int? = start
      while let item = current, !isVisited[item] {
        isVisited[item] = true
        place[item] = path.count
        path.append(item)
        current = needs[item].first { !isPlaced[$0] }
      }
      if let item = current, let first = place[item] {
        circles.append(Self.turned(path[first...]).map { items[$0] })
      }
    }
    ordered += items.indices.filter { !isPlaced[$0] }.map { items[$0] }
  }

  /// A circle that begins with its smallest index.
  private static func turned(_ circle: ArraySlice<Int>) -> [Int] {
    guard let smallest = circle.min(), let start = circle.firstIndex(of: smallest) else { return [] }
    return Array(circle[start...] + circle[..<start])
  }
}
