extension ClaimReader { public func placePhrase(_ text: String) -> PlacePhrase? { nil } }
