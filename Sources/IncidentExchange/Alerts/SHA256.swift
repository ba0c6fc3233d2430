/// SHA-256, as FIPS 180-4 has it (<https://doi.org/10.6028/NIST.FIPS.180-4>).
enum SHA256 {
  /// `sha256:` and the 64 lower-case hexadecimal digits of the digest.
  static func text(of bytes: [UInt8]) -> String {
    var text = "sha256:"
    for byte in digest(of: bytes) {
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }

  /// The 32 bytes of the digest.
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    var state = initialState
    let wholeBlocks = bytes.count / 64 * 64
    bytes.withUnsafeBufferPointer { compress($0[..<wholeBlocks], into: &state) }
    // The rest, a bit that is set, and the length in bits at the end of the last block.
    var end = Array(bytes[wholeBlocks...]) + [0x80]
    while end.count % 64 != 56 { end.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) { end.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    end.withUnsafeBufferPointer { compress($0[...], into: &state) }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// Section 6.2.2, for each block of 64 bytes.
  private static func compress(_ blocks: Slice<UnsafeBufferPointer<UInt8>>, into state: inout [UInt32]) {
    let bytes = UnsafeBufferPointer(rebasing: blocks)
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        var block = 0
        while block < bytes.count {
          prepare(schedule, from: bytes, at: block)
          let s = state
          var (a, b, c, d, e, f, g, h) = (s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7])
          var round = 0
          while round < 64 {
            let sigma1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
            let first = h &+ sigma1 &+ ((e & f) ^ (~e & g)) &+ constants[round] &+ schedule[round]
            let sigma0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
            let second = sigma0 &+ ((a & b) ^ (a & c) ^ (b & c))
            h = g
            g = f
            f = e
            e = d &+ first
            d = c
            c = b
            b = a
            a = first &+ second
            round += 1
          }
          state = [
            s[0] &+ a, s[1] &+ b, s[2] &+ c, s[3] &+ d, s[4] &+ e, s[5] &+ f, s[6] &+ g, s[7] &+ h,
          ]
          block += 64
        }
      }
    }
  }

  /// The message schedule of the block that begins at `start`.
  private static func prepare(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) {
    var place = 0
    while place < 16 {
      let byte = start + place * 4
      let high = UInt32(bytes[byte]) &<< 24 | UInt32(bytes[byte + 1]) &<< 16
      let low = UInt32(bytes[byte + 2]) &<< 8 | UInt32(bytes[byte + 3])
      schedule[place] = high | low
      place += 1
    }
    while place < 64 {
      let w15 = schedule[place - 15]
      let w2 = schedule[place - 2]
      let sigma0 = (w15 &>> 7 | w15 &<< 25) ^ (w15 &>> 18 | w15 &<< 14) ^ (w15 &>> 3)
      let sigma1 = (w2 &>> 17 | w2 &<< 15) ^ (w2 &>> 19 | w2 &<< 13) ^ (w2 &>> 10)
      schedule[place] = schedule[place - 16] &+ sigma0 &+ schedule[place - 7] &+ sigma1
      place += 1
    }
  }

  /// Section 5.3.3.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Section 4.2.2.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
