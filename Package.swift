// swift-tools-version: 6.2

import PackageDescription

/// The layers, lowest first: a target may import what its row names, and nothing else.
/// `Tests/ArchitectureTests` reads every source file's imports and holds them against this table.
let layers: [(name: String, mayImport: [String])] = [
  ("JSONTree", []),
  ("Mustache", []),
  ("CommandArguments", []),
  ("IncidentCore", ["JSONTree"]),
  ("IncidentStore", ["IncidentCore", "JSONTree"]),
  ("IncidentReports", ["IncidentCore", "JSONTree", "Mustache", "BuiltInTemplates", "BuiltInRunbooks"]),
  ("IncidentExchange", ["IncidentCore", "JSONTree"]),
  (
    "IncidentCLI",
    [
      "CommandArguments", "IncidentCore", "IncidentExchange", "IncidentReports", "IncidentStore", "JSONTree",
      "Mustache",
    ]
  ),
]

/// The Markdown that ships in the binary: readable in its folder, embedded byte for byte.
let embedded: [(name: String, folder: String, documents: [String])] = [
  (
    "BuiltInTemplates", "Templates",
    ["comms-executive", "comms-external", "comms-internal", "handoff", "postmortem", "report"]
  ),
  (
    "BuiltInRunbooks", "Runbooks",
    [
      "bad-deploy", "certificate-expiry", "connection-pool-exhaustion", "data-loss", "database-overload", "ddos",
      "dependency-outage", "disk-full", "error-spike", "full-outage", "high-latency", "kubernetes-crash-loop",
      "security-breach",
    ]
  ),
]

var targets: [Target] = layers.map { layer in
  .target(name: layer.name, dependencies: layer.mayImport.map { .init(stringLiteral: $0) })
}
targets += embedded.map { module in
  .target(
    name: module.name, path: module.folder, resources: module.documents.map { .embedInCode("\($0).md") })
}
targets.append(.executableTarget(name: "incident", dependencies: ["IncidentCLI"]))
targets += layers.map { layer in
  // What goes to a channel is tested on what the templates say of whole incidents.
  let more = layer.name == "IncidentExchange" ? ["IncidentReports"] : []
  return .testTarget(
    name: "\(layer.name)Tests",
    dependencies: ([layer.name] + layer.mayImport + more).map { .init(stringLiteral: $0) })
}
targets.append(.testTarget(name: "ArchitectureTests"))
// What `Tests/Benchmarks/run` needs the tool's own code for; no product.
targets.append(
  .executableTarget(
    name: "incident-benchmark", dependencies: ["IncidentCore", "IncidentStore", "JSONTree"],
    path: "Tests/Benchmarks/incident-benchmark"))
// Coverage-guided fuzzing needs a runtime that not every toolchain has: `Tests/Fuzz/run` asks for it.
if Context.environment["INCIDENT_FUZZ"] != nil {
  targets.append(
    .executableTarget(
      name: "incident-fuzz",
      dependencies: [
        "IncidentCore", "IncidentExchange", "IncidentReports", "IncidentStore", "JSONTree", "Mustache",
      ],
      path: "Tests/Fuzz/incident-fuzz"))
}

for target in targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

let package = Package(
  name: "incident",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "incident", targets: ["incident"])],
  targets: targets)
