namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One question of a callback.</summary>
/// <param name="IsScored">Answered on the scale; otherwise in free words.</param>
public sealed record SurveyQuestion(string Code, Bilingual Text, bool IsScored);
