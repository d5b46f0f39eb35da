namespace DealerPortal.Web.Shell;

/// <summary>Whose hands a need lies in: a part of the start page.</summary>
public enum NeedPart
{
    /// <summary>The person's own.</summary>
    Mine,

    /// <summary>Nobody's yet; whoever takes it has it.</summary>
    ToClaim,

    /// <summary>Somebody else's, and the person waits for it.</summary>
    Others,
}
