namespace DealerPortal.Web.Controls;

/// <summary>The colours of charts, told apart by people who see colours differently too, light on dark as dark on light.</summary>
public static class ChartColours
{
    // Okabe and Ito, without black and yellow, which vanish on one of the two grounds.
    private static readonly string[] Palette = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];

    /// <summary>What is left over of the six.</summary>
    public const int Others = -1;

    public static string Of(int place) => place == Others ? "#8a9290" : Palette[place % Palette.Length];
}
