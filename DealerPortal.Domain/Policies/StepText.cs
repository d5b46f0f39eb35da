using System.Text.Encodings.Web;
using System.Text.Json;

namespace DealerPortal.Domain.Policies;

/// <summary>Steps as one text for one column, and back.</summary>
public static class StepText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON array of arrays: each step its code, then its facts.</summary>
    public static string Write(IEnumerable<Step> steps) =>
        JsonSerializer.Serialize(steps.Select(step => step.Facts.Select(fact => fact.Text).Prepend(step.Code).ToArray()), Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Step> Read(string text) =>
        [.. JsonSerializer.Deserialize<string[][]>(text, Json)!.Select(row => new Step(row[0], [.. row[1..].Select(fact => new Fact(fact))]))];
}
