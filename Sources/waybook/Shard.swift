import ArgumentParser

/// A share of the teams, so that several machines build one site: `2/5`.
struct Shard: ExpressibleByArgument {
  private let index: Int
  private let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], 1 <= index, index <= count
    else {
      return nil
    }
    (self.index, self.count) = (index, count)
  }

  /// Every `count`th of some things, from the `index`th on: alike in size, however they are sorted.
  func share<Thing>(of things: [Thing]) -> [Thing] {
    stride(from: index - 1, to: things.count, by: count).map { things[$0] }
  }
}
