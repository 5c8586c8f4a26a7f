using Croisee.Words;

namespace Croisee.Library.EasyRead;

/// <summary>The state of an easy text in the words of its page, on screen and on paper: what people did, and no more (FAL-R1).</summary>
static class EasyStateWords
{
    public static string InWords(this EasyState state) => state.Code switch
    {
        EasyState.Valid => $"{state.Approvals} personnes concernées ont relu ce texte. Elles ont tout compris. C’était le {state.At!.Value.DayInWords()}.",
        EasyState.BeingRead => "Des personnes concernées relisent ce texte en ce moment.",
        _ => state.Changed ? "Le texte a changé après sa relecture. Des personnes concernées doivent le relire." : "Des personnes concernées doivent encore relire ce texte.",
    };
}
