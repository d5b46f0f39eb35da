namespace DealerPortal.Domain.Knowledge;

/// <summary>Where an article stands. Words under <c>article.state.NAME</c>.</summary>
public enum ArticleState
{
    /// <summary>For those who write: drafted from a case, or begun.</summary>
    Draft,

    Published,

    /// <summary>No longer true, or never worth publishing; kept, and found by those who write.</summary>
    Retired,
}
