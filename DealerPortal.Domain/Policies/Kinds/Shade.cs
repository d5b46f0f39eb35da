namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Whether goods are left in their own colour or painted.</summary>
public enum Shade
{
    /// <summary>本色</summary>
    Plain,

    /// <summary>彩色</summary>
    Coloured,
}
