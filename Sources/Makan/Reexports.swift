// Who imports Makan sees the values that its methods take and give.
@_exported import Claims
@_exported import Evaluation
@_exported import Gazetteer
@_exported import Geocoding
@_exported import Geometry
@_exported import JSONText
@_exported import Lexicon
@_exported import Maps
@_exported import Mentions
@_exported import Operations
@_exported import Reports
