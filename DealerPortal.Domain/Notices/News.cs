using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>Something that people must be told, once each.</summary>
/// <param name="Key">What makes it once: the same key reaches the same person only one time, such as <c>pick-up/ID/gate/half</c>. At most 200 characters.</param>
/// <param name="Subject">The thing it is about.</param>
/// <param name="Path">The page that shows the thing, from the root: <c>/pick-ups/ID</c>.</param>
/// <param name="DueAt">Until when the reader has to act; null when nothing is asked of him.</param>
public sealed record News(string Key, NoticeKind Kind, Guid Subject, string Path, Instant? DueAt = null, params Fact[] Facts);
