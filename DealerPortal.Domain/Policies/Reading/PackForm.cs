namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Reads one value in the one form in which it may be written; anything else is a problem and gives the default.</summary>
internal delegate T? PackForm<T>(PackNode node, PackProblems problems);
