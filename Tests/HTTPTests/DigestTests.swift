import Testing

@testable import HTTP

@Test func `digests are MurmurHash3's, as another implementation computes them`() {
  // From the Python package mmh3, for the bytes 0, 1, 2, … of that count.
  let vectors: [(count: Int, digest: String)] = [
    (0, "00000000000000000000000000000000"), (1, "4610abe56eff5cb551622daa78f83583"),
    (2, "7cb3f5c58dab264cf03c01326ec2e044"), (7, "bd4c6987ca4b0d68613addd4bd25c787"),
    (8, "47a7e1bdd68e2fc860e6ee02ec31dcc7"), (9, "fbb4cb0f6e812d3278de751d0200ffb9"),
    (15, "47231598fd4925e9cd846dee88c67de9"), (16, "444924b591903f30ab906456762fe845"),
    (17, "5c76f40f9fe7c20ec15f026b9edaa824"),
  ]
  for (count, digest) in vectors {
    let bytes = (0..<count).map { UInt8($0) }
    let found = Digest(bytes.span).hexadecimal
    #expect(found == digest, "\(count) bytes")
  }
}
