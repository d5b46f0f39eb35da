using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A complaint that is still being written. Its id becomes the case's, so that photos can hang on it from the first moment.</summary>
public sealed class ComplaintDraft : IRoot, IOfDealer
{
    private ComplaintDraft() { }

    public ComplaintDraft(Guid id, Guid dealerId, Guid writer, string text, Instant now) =>
        (Id, DealerId, Writer, Text, BegunAt, SavedAt) = (id, dealerId, writer, text, now, now);

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    public Guid Writer { get; private set; }

    /// <summary>The form as it stands, as <see cref="DraftForm"/> writes it.</summary>
    public string Text { get; private set; } = "";

    public Instant BegunAt { get; private set; }

    public Instant SavedAt { get; private set; }

    public int Version { get; private set; }

    public void Keep(string text, Instant now) => (Text, SavedAt) = (text, now);
}
