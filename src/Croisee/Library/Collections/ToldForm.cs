using System.ComponentModel.DataAnnotations;

namespace Croisee.Library.Collections;

/// <summary>What is told of a collection: its title and its introduction.</summary>
public class ToldForm
{
    [Required(ErrorMessage = "Donnez un titre au dossier."), StringLength(Collection.TitleMax, ErrorMessage = "Ce titre est trop long : 120 caractères au plus.")]
    public string Title { get; set; } = "";

    [StringLength(Collection.IntroductionMax, ErrorMessage = "Cette introduction est trop longue : 4 000 caractères au plus.")]
    public string? Introduction { get; set; }

    /// <summary>The same form sent twice makes one collection (S18).</summary>
    public string? Once { get; set; }
}

/// <summary>Pages that hold this form.</summary>
public interface IToldCollection
{
    ToldForm Form { get; }
}
