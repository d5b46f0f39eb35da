using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>A notice as a channel is handed it.</summary>
/// <param name="Id">The outbox entry's: the same at every attempt.</param>
/// <param name="Path">The page that shows the thing, from the root.</param>
public sealed record NoticeLetter(Guid Id, string Key, NoticeKind Kind, Guid Subject, string Path, Instant At, Instant? DueAt, IReadOnlyList<Fact> Facts, NoticeLetter.Person To)
{
    public sealed record Person(Guid Id, string UserName, string Name, Guid? DealerId, string Language);
}
