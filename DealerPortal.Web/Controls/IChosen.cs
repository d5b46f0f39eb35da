namespace DealerPortal.Web.Controls;

/// <summary>What is chosen, asked by the options of a choice.</summary>
public interface IChosen
{
    object? Chosen { get; }
}
