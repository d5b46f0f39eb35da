using System.Text.Encodings.Web;
using System.Text.Json;

namespace DealerPortal.Domain.Complaints;

/// <summary>What stands in the form of a new complaint, kept whole so that nothing typed is lost.</summary>
public sealed record DraftForm
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public CaseSource Source { get; init; }

    public string? Family { get; init; }

    public string? Category { get; init; }

    public string Description { get; init; } = "";

    public Guid? OrderId { get; init; }

    public Guid? PickUpId { get; init; }

    public Guid? InspectionId { get; init; }

    /// <summary>Who told it on the phone; null where the writer is the complainer.</summary>
    public string? Caller { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static DraftForm Read(string text) => JsonSerializer.Deserialize<DraftForm>(text, Json)!;
}
