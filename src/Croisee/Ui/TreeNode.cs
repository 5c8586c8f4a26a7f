namespace Croisee.Ui;

/// <summary>A named thing and what grew out of it.</summary>
/// <param name="Again">It stands higher up already, with what grew out of it.</param>
public sealed record TreeNode(string Label, string Href, IReadOnlyList<TreeNode> Children, bool Again = false);
