using System.ComponentModel.DataAnnotations;
using Croisee.Words;

namespace Croisee.Experiences.Answers;

/// <summary>Step 2: the title and the summary, also in easy-read (fields 1 to 3).</summary>
public sealed class Essentials : StepAnswers
{
    [StringLength(Limits.Title, ErrorMessage = Limits.TooLong)] public string? Title { get; set; }
    [StringLength(Limits.Summary, ErrorMessage = Limits.TooLong)] public string? Summary { get; set; }
    /// <summary>Five short sentences, one a line. Its state decides what the page says of it (FAL-R1).</summary>
    [StringLength(Limits.EasySummary, ErrorMessage = Limits.TooLong)] public string? EasySummary { get; set; }
    /// <summary>Pictures that people chose for its sentences (PIC-R2).</summary>
    public List<string> EasyPictures { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(Title)) yield return new(nameof(Title), "Donnez un titre à l’expérience.");
        if (Blank(Summary)) yield return new(nameof(Summary), "Racontez l’essentiel en quelques phrases.");
    }

    public override bool IsEmpty() => Blank(Title) && Blank(Summary) && Blank(EasySummary);

    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(Title), Title), (nameof(Summary), Summary), (nameof(EasySummary), EasySummary)];

    public override void Replace(string field, string text)
    {
        if (field == nameof(Title)) Title = text; else if (field == nameof(Summary)) Summary = text; else if (field == nameof(EasySummary)) EasySummary = text;
    }

    /// <summary>Pictures are in no field that one sees: those that the other chose stay, where one chose none.</summary>
    public override void Pad(StepAnswers? beside)
    {
        if (beside is Essentials theirs) EasyPictures = ChosenPictures.Kept([.. EasyPictures, .. theirs.EasyPictures], EasySummary);
    }

    public override void Tidy()
    {
        (Title, Summary, EasySummary) = (Trim(Title?.ReplaceLineEndings(" ")), Trim(Summary), Trim(EasySummary));
        EasyPictures = ChosenPictures.Kept(EasyPictures, EasySummary);
    }
}
