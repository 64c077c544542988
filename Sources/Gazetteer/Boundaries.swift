struct Boundaries: Sendable {}
struct Courses: Sendable {}
struct SkeletonIndex: Sendable {}
