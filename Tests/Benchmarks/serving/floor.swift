/// The least a server can do on a machine: wait, receive, and send the same bytes whatever was asked for.
///
/// One loop for each core, all of them accepting from one socket, level-triggered, as the server itself has it; what a
/// server costs above this is its own work.
///
///   swiftc -O -parse-as-library -I Sources/CLinux Tests/Benchmarks/serving/floor.swift
///   floor PORT FILE        FILE holds a whole answer, head and content
import CLinux
import Dispatch
import Glibc

@main struct Floor {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let port = UInt16(arguments[1]), let answer = contents(of: arguments[2]),
      let listener = listen(at: port)
    else { exit(64) }
    signal(SIGPIPE, SIG_IGN)
    DispatchQueue.concurrentPerform(iterations: sysconf(Int32(_SC_NPROCESSORS_ONLN))) { _ in serve(answer, listener) }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1_048_576)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private static func listen(at port: UInt16) -> Int32? {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    var on: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, 4)
    setsockopt(listener, Int32(IPPROTO_TCP), TCP_NODELAY, &on, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return bound == 0 && Glibc.listen(listener, 4_096) == 0 ? listener : nil
  }

  private static func serve(_ answer: [UInt8], _ listener: Int32) {
    let poller = epoll_create1(0)
    func wait(for descriptor: Int32) {
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: descriptor))
      epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)
    }
    wait(for: listener)
    var events = [epoll_event](repeating: epoll_event(), count: 256)
    var request = [UInt8](repeating: 0, count: 65_536)
    while true {
      for event in 0..<Int(max(0, epoll_wait(poller, &events, 256, -1))) {
        let descriptor = events[event].data.fd
        if descriptor == listener {
          let accepted = accept4(listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue))
          if accepted >= 0 { wait(for: accepted) }
        } else if recv(descriptor, &request, request.count, 0) > 0 {
          // The answers measured fit the socket's buffer, so that one call takes all.
          send(descriptor, answer, answer.count, 0)
        } else {
          close(descriptor)
        }
      }
    }
  }
}
