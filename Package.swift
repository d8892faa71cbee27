// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Where GNU Source-highlight is installed; nil where it is not, and code stays plain then.
let sourceHighlight = ["/usr", "/usr/local", "/opt/homebrew"].first { prefix in
  FileManager.default.fileExists(atPath: "\(prefix)/include/srchilite/sourcehighlighter.h")
}

let package = Package(
  name: "waybook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "waybook", targets: ["waybook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // C libraries.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CExchange"),
    .target(
      name: "CSourceHighlight",
      cxxSettings: sourceHighlight.map { prefix in
        [.define("WAYBOOK_HAS_SOURCE_HIGHLIGHT")]
          + (prefix == "/usr" ? [] : [.unsafeFlags(["-I\(prefix)/include"])])
      },
      linkerSettings: sourceHighlight.map { prefix in
        [.linkedLibrary("source-highlight")]
          + (prefix == "/usr" ? [] : [.unsafeFlags(["-L\(prefix)/lib"])])
      }),

    // Rooms, from the bottom up. The arrows point one way: see CONTRIBUTING.md.
    .target(name: "Diagnostics"),
    .target(name: "Rules", dependencies: ["Diagnostics"]),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "CommonMark", dependencies: ["CCmark", "Diagnostics"]),
    .target(name: "Templating", dependencies: ["Diagnostics"]),
    .target(
      name: "Authoring",
      dependencies: [
        "CommonMark", "Diagnostics", "Rules", "Templating", "YAML",
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    .target(name: "Tailoring", dependencies: ["Authoring", "Diagnostics", "Rules"]),
    .target(
      name: "Interview", dependencies: ["Authoring", "Diagnostics", "Rules", "Tailoring", "YAML"]),
    .target(name: "Highlighting", dependencies: ["CSourceHighlight"]),
    .target(name: "SiteFiles", dependencies: ["Diagnostics"]),
    .target(
      name: "Processes",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ]),
    .target(name: "Comparison", dependencies: ["Diagnostics", "SiteFiles"]),
    .target(
      name: "Site",
      dependencies: [
        "Authoring", "CommonMark", "Diagnostics", "Highlighting", "Rules", "SiteFiles", "Tailoring",
        "Templating",
      ]),
    .target(name: "Publishing", dependencies: ["CExchange", "Diagnostics", "Processes", "SiteFiles"]),
    .target(
      name: "Serving",
      dependencies: [
        "Diagnostics", "SiteFiles", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        "alone.html", "listener.html", "missing.html", "overlay.html", "preview.css", "preview.js",
      ].map { .embedInCode("Pages/\($0)") }),
    .executableTarget(
      name: "waybook",
      dependencies: [
        "Authoring", "CommonMark", "Comparison", "Diagnostics", "Highlighting", "Interview", "Processes",
        "Publishing", "Rules", "Serving", "Site", "SiteFiles", "Tailoring", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests mirror the rooms; TestSupport is what several of them need.
    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "RulesTests", dependencies: ["Diagnostics", "Rules", "TestSupport"]),
    .testTarget(name: "YAMLTests", dependencies: ["Diagnostics", "TestSupport", "YAML"]),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "TemplatingTests", dependencies: ["Diagnostics", "Templating", "TestSupport"]),
    .testTarget(
      name: "AuthoringTests", dependencies: ["Authoring", "Diagnostics", "TestSupport"]),
    .testTarget(
      name: "TailoringTests",
      dependencies: ["Authoring", "Diagnostics", "Rules", "Tailoring", "TestSupport"]),
    .testTarget(
      name: "InterviewTests",
      dependencies: ["Authoring", "Diagnostics", "Interview", "Site", "Tailoring", "TestSupport"]),
    .testTarget(name: "ProcessesTests", dependencies: ["Processes", "TestSupport"]),
    .testTarget(
      name: "ComparisonTests", dependencies: ["Comparison", "SiteFiles", "TestSupport"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting", "TestSupport"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Authoring", "Diagnostics", "Highlighting", "Site", "SiteFiles", "Tailoring", "TestSupport",
      ]),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Diagnostics", "Publishing", "SiteFiles", "TestSupport"]),
    .testTarget(
      name: "ServingTests", dependencies: ["Diagnostics", "Serving", "SiteFiles", "TestSupport"]),
    .testTarget(
      name: "waybookTests", dependencies: ["Diagnostics", "TestSupport", "waybook"],
      exclude: ["Cases", "Themes"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  // The rooms are optimised in debug builds, too: the tests build whole sites, which takes four times as long without.
  if target.type != .test && target.path == nil {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
}
