using Croisee.Data;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.EasyRead;

/// <summary>The easy-read summary laid out on paper, on screen or as a PDF. A sheet without one leads to the page that says so.</summary>
public abstract class EasyPageScreen(AppDb db, Settings settings, SheetNews news) : SheetScreen(db)
{
    /// <summary>Prints carry the credits of their pictures (PIC-R1).</summary>
    public static string Credits => $"Images : OpenMoji, CC BY-SA 4.0. Texte : {Sheet.Licence}.";

    public EasyLayout Laid { get; private set; } = null!;
    public string Address => $"{settings.Origin}/experiences/{Reference}";
    public string Day => Sheet.UpdatedAt.DayInWords();

    /// <summary>What its holders told since, null when nobody told anything.</summary>
    public string? News { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        if (Easy.Code is null) return Redirect($"/experiences/{Reference}/facile");
        Laid = EasyPaper.Of(Sheet.Title, Told.Account.Essentials.EasySummary, Told.Account.Essentials.EasyPictures);
        News = await news.Of(Sheet) is { IsTold: true } told ? told.Sentence : null;
        return null;
    }
}
