namespace DealerPortal.Domain.Knowledge;

/// <summary>Who reads an article once it is published. Words under <c>article.audience.NAME</c>.</summary>
public enum Audience
{
    /// <summary>The company's own people.</summary>
    Staff,

    /// <summary>Every dealer too.</summary>
    Everyone,
}
