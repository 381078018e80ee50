// swift-tools-version: 6.2
import PackageDescription

/// One strictness for all Swift targets. Warnings are errors where the project is checked (CI=true) and
/// only there, so that a newer compiler's new warning never keeps anybody from running a server.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "newsdesk",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "newsdesk", targets: ["newsdesk"])],
  targets: [
    .executableTarget(
      name: "newsdesk", dependencies: ["HTTP", "HTTPServer", "NewsArchive", "NewsAPI", "CLinux"],
      swiftSettings: strict),
    .target(name: "HTTPServer", dependencies: ["HTTP", "CLinux"], swiftSettings: strict),
    // The page's files are embedded by CAssets.
    .target(
      name: "NewsAPI", dependencies: ["HTTP", "NewsArchive", "CAssets"], exclude: ["Dashboard/Page"],
      swiftSettings: strict),
    .target(name: "NewsArchive", dependencies: ["CAssets"], swiftSettings: strict),
    .target(name: "HTTP", dependencies: ["CZlib"], swiftSettings: strict),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib"),
    .target(name: "CAssets"),

    .target(
      name: "TestSupport", dependencies: ["HTTP"], path: "Tests/TestSupport", exclude: ["newsdesk.py"],
      swiftSettings: strict),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTP", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NewsArchiveTests", dependencies: ["NewsArchive", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsAPITests", dependencies: ["NewsAPI", "NewsArchive", "HTTP", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(name: "newsdeskTests", dependencies: ["newsdesk", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
