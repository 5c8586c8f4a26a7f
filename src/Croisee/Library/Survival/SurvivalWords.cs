using System.Globalization;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Survival;

/// <summary>A curve in words, in cells, and as what is drawn.</summary>
public static class SurvivalWords
{
    public static readonly int[] Looked = [6, 12, 24];

    /// <summary>« Après 12 mois, 83 % vivaient encore (entre 60 % et 94 %). »</summary>
    public static IEnumerable<string> Sentences(KaplanMeier curve, Localizer words)
    {
        yield return words.Count(curve.Ended, "Aucune ne s’est arrêtée jusqu’ici.", "Une s’est arrêtée.", "{0} se sont arrêtées.");
        foreach (var months in Looked)
            if (curve.At(months) is { } step)
                yield return step.Interval is { } bounds ? words["Après {0} mois, {1} vivaient encore (entre {2} et {3}).", months, Share(step.Survival), Share(bounds.Low), Share(bounds.High)] : words["Après {0} mois, {1} vivaient encore.", months, Share(step.Survival)];
        yield return curve.Median is { } median ? words["La moitié s’est arrêtée au bout de {0} mois.", median] : words["Plus de la moitié vivent encore à leurs dernières nouvelles : la durée médiane n’est pas connue."];
    }

    public static string Cell(KaplanMeier curve, int months) => curve.At(months) is not { } step ? "–" : Share(step.Survival) + (step.Interval is { } b ? $" ({Share(b.Low)} – {Share(b.High)})" : "");

    public static string Share(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "\u00a0%";

    public static StepCurves Draw(IReadOnlyList<(string Label, KaplanMeier Curve)> curves, Localizer words)
    {
        var last = Math.Max(12, curves.Max(c => c.Curve.Last));
        var every = last <= 36 ? 6 : 12;
        return new(words["Part des expériences encore vivantes, mois après mois"], words["Mois depuis la publication"], words["Encore vivantes"], (last + every - 1) / every * every, every,
            [.. curves.Select(c => new StepCurve(c.Label, [.. c.Curve.Steps.Where(s => s.Ended > 0).Select(s => new CurveStep(s.Time, s.Survival, s.Interval?.Low, s.Interval?.High))], c.Curve.Last, [.. c.Curve.Steps.Where(s => s.Censored > 0).Select(s => s.Time)]))]);
    }
}
