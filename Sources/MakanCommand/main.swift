print("makan")
