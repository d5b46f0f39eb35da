namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Why no copies of a photo could be made. The original is kept all the same.</summary>
public enum CopyFault
{
    /// <summary>More pixels than are decoded here.</summary>
    TooManyPixels,
    /// <summary>The decoder gave up: the file is broken, or of a variant it does not know.</summary>
    Undecodable,
    /// <summary>The decoder was stopped after its seconds.</summary>
    TooSlow,
    /// <summary>The decoder's process ended before it had answered: out of memory, or it crashed.</summary>
    Died,
}
