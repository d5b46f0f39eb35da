using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>One person's copy of some news: told when, read when.</summary>
public sealed class Notice
{
    private Notice() { }

    internal Notice(News news, Guid userId, bool isQuiet, Instant now)
    {
        Id = Guid.CreateVersion7();
        Key = news.Key;
        UserId = userId;
        Kind = news.Kind;
        Subject = news.Subject;
        Path = news.Path;
        DueAt = news.DueAt;
        Facts = StepText.Write([new("", news.Facts)]);
        At = now;
        IsQuiet = isQuiet;
    }

    public Guid Id { get; private set; }

    /// <summary>Unique together with the person.</summary>
    public string Key { get; private set; } = "";

    public Guid UserId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public Guid Subject { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>The particulars, as <see cref="StepText"/> writes one step without a code.</summary>
    public string Facts { get; private set; } = "";

    public Instant At { get; private set; }

    public Instant? DueAt { get; private set; }

    /// <summary>Lies in the inbox and rings no bell, because the person wanted it so when it came.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>When the person had seen it; null while it is news to him.</summary>
    public Instant? ReadAt { get; private set; }

    public void Read(Instant now) => ReadAt ??= now;
}
