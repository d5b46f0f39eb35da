using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>An excused span that is still being written. Its id becomes the span's, so that documents can hang on it from the first moment. One a person.</summary>
public sealed class SpanDraft : IRoot
{
    private SpanDraft() { }

    public SpanDraft(Guid id, Guid writer, Instant now) => (Id, Writer, BegunAt) = (id, writer, now);

    public Guid Id { get; private set; }

    public Guid Writer { get; private set; }

    public Instant BegunAt { get; private set; }

    public int Version { get; private set; }
}
