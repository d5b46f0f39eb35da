namespace DealerPortal.Domain.Deliveries;

/// <summary>What is settled about the goods of one family in one pick-up.</summary>
public enum LineAnswer
{
    /// <summary>The dealer signed the outbound order in time.</summary>
    Accepted,

    /// <summary>The dealer refused the goods in time.</summary>
    Rejected,

    /// <summary>The window ended without the dealer's word: the goods count as good in quantity and quality.</summary>
    DeemedAccepted,

    /// <summary>Damaged goods were installed or settled with the consumer without consent: they count as accepted.</summary>
    CountsAsAccepted,
}
