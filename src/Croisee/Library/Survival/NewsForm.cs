using System.ComponentModel.DataAnnotations;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Ui;

namespace Croisee.Library.Survival;

/// <summary>What the holders answer, by the link of the letter or on their follow-up page: the same questions.</summary>
public sealed class NewsForm
{
    [Required(ErrorMessage = "Choisissez une réponse."), Vocabulary("V-NOUVELLE")] public string? Said { get; set; }
    [StringLength(News.TextMax, ErrorMessage = Limits.TooLong)] public string? What { get; set; }
    public List<string> Copied { get; set; } = [];
    [StringLength(News.PlaceMax, ErrorMessage = Limits.TooLong)] public string? Place { get; set; }
    [Vocabulary("V-MOTIF-ARRET")] public string? Reason { get; set; }
    [Month(ErrorMessage = "Écrivez un mois et une année, par exemple 03/2027.")] public string? StoppedMonth { get; set; }
    [StringLength(40)] public string? Key { get; set; }
    [StringLength(64)] public string? Seen { get; set; }

    public NewsTold Told() => new(Said, Copied is ["oui"], What, Place, string.IsNullOrEmpty(Reason) ? null : Reason, ToldMonth.Read(StoppedMonth));
}

/// <summary>A page that shows the form.</summary>
public interface INewsScreen
{
    NewsForm Form { get; }
    Labels Labels { get; }
    WrittenWords? Warning { get; }

    IEnumerable<Choice> States => Labels.Choices("V-NOUVELLE");
    IEnumerable<Choice> Reasons => Labels.Choices("V-MOTIF-ARRET");
    static IReadOnlyList<Choice> CopiedChoice { get; } = [new("oui", "Oui, une autre équipe l’a reprise")];
}
