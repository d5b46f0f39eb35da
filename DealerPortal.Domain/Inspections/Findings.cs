using System.Text.Encodings.Web;
using System.Text.Json;

namespace DealerPortal.Domain.Inspections;

/// <summary>What the dealer has written down so far. The wizard binds to it and keeps it as a draft; nothing in it is believed until it is submitted.</summary>
public sealed class Findings
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One per line of the shipments that holds this family.</summary>
    public List<ItemFinding> Items { get; set; } = [];

    public List<SpotFinding> Spots { get; set; } = [];

    /// <summary>Whether the packing is broken; null until somebody has looked.</summary>
    public bool? PackingBroken { get; set; }

    public string Description { get; set; } = "";

    public string FreightCompany { get; set; } = "";

    public string FreightPhone { get; set; } = "";

    /// <summary>The dealer leaves the goods at the depot.</summary>
    public bool RefuseGoods { get; set; }

    /// <summary>The name typed under the outbound order.</summary>
    public string SignedBy { get; set; } = "";

    /// <summary>The drawn signature as an SVG path of moves and lines, in a field of 600 by 200.</summary>
    public string Signature { get; set; } = "";

    /// <summary>The page of the wizard that was open, so that it opens there again.</summary>
    public int Page { get; set; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Findings Read(string text) => text.Length == 0 ? new() : JsonSerializer.Deserialize<Findings>(text, Json)!;
}
