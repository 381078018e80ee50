import HTTP
import TestSupport
import Testing

@Suite struct ConformanceTests {
  @Test func `there are at least two hundred cases, each with a name of its own`() {
    #expect(WireCase.all.count >= 200)
    #expect(Set(WireCase.all.map(\.name)).count == WireCase.all.count)
  }

  @Test func `every case is answered as the table says`() throws {
    for wireCase in WireCase.all {
      var connection = PureConnection()
      connection.receive(wireCase.input)
      let responses = try #require(
        RawResponse.all(connection.sent, areHeads: wireCase.areHeads), "\(wireCase.name): no responses")
      #expect(responses.map(\.status) == wireCase.statuses, "\(wireCase.name)")
      #expect(connection.isOpen == wireCase.isOpen, "\(wireCase.name)")
      guard let last = responses.last else { continue }
      for (name, value) in wireCase.fields {
        #expect(last.values(of: name) == (value.map { [$0] } ?? []), "\(wireCase.name): \(name)")
      }
      if let content = wireCase.content { #expect(last.text == content, "\(wireCase.name)") }
      #expect(last.values(of: "Date").count == (last.status < 200 ? 0 : 1), "\(wireCase.name)")
    }
  }

  @Test func `every case is answered the same however its bytes are split`() {
    for wireCase in WireCase.all {
      var whole = PureConnection()
      whole.receive(wireCase.input)
      var drop = PureConnection()
      for byte in wireCase.input { drop.receive([byte]) }
      #expect(drop.sent == whole.sent && drop.isOpen == whole.isOpen, "\(wireCase.name), byte by byte")
      // Long inputs repeat themselves: a few hundred places are as good as all.
      for split in stride(from: 1, to: wireCase.input.count, by: 1 + wireCase.input.count / 400) {
        var halves = PureConnection()
        halves.receive(wireCase.input[..<split])
        halves.receive(wireCase.input[split...])
        #expect(halves.sent == whole.sent && halves.isOpen == whole.isOpen, "\(wireCase.name), split at \(split)")
      }
    }
  }
}
