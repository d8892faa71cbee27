import ArgumentParser
@main struct Waybook: ParsableCommand {}
