using System.ComponentModel.DataAnnotations;
using Croisee.People;

namespace Croisee.Office;

/// <summary>What is written of a structure, new or known.</summary>
public class OrganisationForm
{
    [Required(ErrorMessage = "Donnez le nom de la structure."), StringLength(Organisation.NameMax, ErrorMessage = "Ce nom est trop long.")]
    public string Name { get; set; } = "";
    [StringLength(20, ErrorMessage = "Un numéro FINESS a 9 signes.")]
    public string? Finess { get; set; }
    /// <summary>As read, to see when somebody else changed the same structure meanwhile.</summary>
    public int Version { get; set; }
}
