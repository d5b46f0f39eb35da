namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What it means that no answer came while the window was open.</summary>
/// <param name="Clause">The clause under which silence is acceptance in quantity and quality.</param>
/// <param name="Afterwards">The clause under which later claims on the receipt earn nothing and help is a paid service.</param>
public sealed record Silence(Clause Clause, Clause Afterwards);
