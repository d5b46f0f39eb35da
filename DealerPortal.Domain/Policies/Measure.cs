namespace DealerPortal.Domain.Policies;

/// <summary>What the quantity of a product family counts; <see cref="None"/> where no rule asks for it.</summary>
public enum Measure
{
    None,

    /// <summary>套, whole sets.</summary>
    Sets,

    /// <summary>件, single pieces.</summary>
    Pieces,

    /// <summary>延米, running metres.</summary>
    Metres,
}
