using Croisee.Words;

namespace Croisee.Ui;

/// <summary>What <c>_EasyReport.cshtml</c> draws. It advises and never refuses: only concerned readers can say that a text is easy (FAL-R1).</summary>
/// <param name="Name">Begins the name of each sentence's place on the page: two reports of one page differ by it.</param>
/// <param name="Paper">The same text as it will be printed, with its pictures; null for a text that has no page of its own.</param>
/// <param name="PicturesAt">Where another picture is chosen for a sentence, followed by its number; null where that is not for the reader to do.</param>
public sealed record EasyReportView(EasyReport Report, string Name = "phrase", EasyLayout? Paper = null, string? PicturesAt = null)
{
    public static EasyReportView OfSheet(string? title, string? text, IEnumerable<string>? pictured = null, string? picturesAt = null) => new(EasyReport.Of(text, EasyReport.SummaryAtMost), Paper: EasyPaper.Of(title ?? "", text, pictured), PicturesAt: picturesAt);

    public IReadOnlyList<string?> Pictures { get; } = Paper is null ? [] : [.. Paper.Ideas.Select(i => i.Pictures.Count > 0 ? i.Pictures[0] : null)];
    public IEnumerable<(EasySentence Sentence, int Number)> Hard => Report.Sentences.Select((s, i) => (s, i + 1)).Where(s => !s.s.IsFine);

    /// <summary>« Phrase courte, mot de métier »: once each, in a sentence that goes on.</summary>
    public static string Names(EasySentence sentence) => string.Join(", ", sentence.Remarks.Select(r => r.Check).Distinct().Select(EasyReport.Name).Select((n, i) => i == 0 ? n : char.ToLowerInvariant(n[0]) + n[1..]));
}
