using System.ComponentModel.DataAnnotations;
using Croisee.Ui;

namespace Croisee.Library.Readers;

public sealed class RereadForm
{
    [Required(ErrorMessage = "Choisissez une raison.")] public RereadReason? Why { get; set; }
    [StringLength(ReaderWord.SaidMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Said { get; set; }
}

/// <summary>What both pages show that ask the moderation to read again: a reader’s, and the authors’.</summary>
public interface IRereadScreen
{
    ReaderWord Word { get; }
    RereadForm Form { get; }
    /// <summary>It has just been asked here.</summary>
    bool Asked { get; }
    bool ByAuthors { get; }
    /// <summary>Whether a word that names somebody is hidden at once when it is asked from here.</summary>
    bool MayHide { get; }
    /// <summary>Where to go from here.</summary>
    string Back { get; }

    IReadOnlyList<Choice> Reasons => [.. Enum.GetValues<RereadReason>().Select(r => new Choice(r.ToString(), r.French()))];
}
