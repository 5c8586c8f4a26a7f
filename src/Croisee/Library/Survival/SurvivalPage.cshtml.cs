using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Survival;

/// <summary>How long experiences live after they were told, all together or by a landmark: curve, sentences, tables, file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SurvivalPageModel(AppDb db, SurvivalShelf shelf, Labels labels, Localizer words) : SurvivalScreen(db, shelf, labels, words)
{
    /// <summary>Every group that is large enough, in the tables and in words; the drawing takes the first ones.</summary>
    public IReadOnlyList<(string Label, KaplanMeier Curve)> Told { get; private set; } = [];
    public IReadOnlyList<(string Label, KaplanMeier Curve)> Drawn => [.. Told.Take(StepCurvesTagHelper.Most)];
    public IReadOnlyList<(string Label, int Count)> TooSmall { get; private set; } = [];
    public StepCurves? Curves { get; private set; }
    /// <summary>Months at which the table counts who is still followed.</summary>
    public IReadOnlyList<int> Ticks { get; private set; } = [];

    public async Task OnGet()
    {
        await Read();
        var all = new SurvivalGroup("", Study.All);
        IReadOnlyList<(string Label, SurvivalGroup Group)> groups = By is null ? [(L["Toutes les expériences suivies"], all)] : [.. Study.Groups.Select(g => (LabelOf(g), g))];
        Told = [.. groups.Where(g => g.Group.IsDrawn).Select(g => (g.Label, g.Group.Curve))];
        TooSmall = [.. groups.Where(g => !g.Group.IsDrawn && g.Group.Curve.Count > 0).Select(g => (g.Label, g.Group.Curve.Count))];
        if (Told.Count == 0) return;
        Curves = SurvivalWords.Draw(Drawn, L);
        Ticks = [.. Enumerable.Range(0, Curves.Width / Curves.Every + 1).Select(i => i * Curves.Every)];
    }
}
